// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "concordat", path: "..")],
    targets: [
        .executableTarget(
            name: "engine", dependencies: [.product(name: "SearchIndex", package: "concordat")],
            swiftSettings: [.swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny")])
    ]
)
