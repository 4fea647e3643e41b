// swift-tools-version: 6.2
import PackageDescription

// The tower: a target may import only what stands below it (Sources/README.md). The compiler checks the walls.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// For the rooms that hold unsafe code: every unsafe use is marked, or the build fails.
let guarded: [SwiftSetting] =
    strict + [
        .strictMemorySafety(),
        .treatWarning("StrictMemorySafety", as: .error),
    ]

func room(_ name: String, _ imports: [Target.Dependency] = [], settings: [SwiftSetting] = strict, exclude: [String] = []) -> Target {
    .target(name: name, dependencies: imports, exclude: exclude, swiftSettings: settings)
}

func tests(of name: String, _ imports: [Target.Dependency] = [], exclude: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.target(name: name), "TestSupport"] + imports, exclude: exclude, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let nio = ["NIOCore", "NIOPosix", "NIOHTTP1"].map { Target.Dependency.product(name: $0, package: "swift-nio") }
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")

let package = Package(
    name: "concordat",
    products: [
        .executable(name: "concordat", targets: ["concordat"]),
        .library(name: "SearchIndex", targets: ["SearchIndex", "SearchCore"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        // Floor 6
        .executableTarget(name: "concordat", dependencies: ["CommandLineTool"], swiftSettings: strict),

        // Floor 5
        room(
            "CommandLineTool",
            [
                "SiteRendering", "SiteServing", "Interchange", "KnowledgeBase", "Rules", "DocumentReading", "Norms", "References",
                "Agreements",
                "Calendar", "YAMLReading", "SearchIndex", "SearchCore", "Language", "LegalText", "CMalloc", argumentParser, logging,
            ]),

        // Floor 4
        room(
            "SiteRendering",
            [
                "KnowledgeBase", "Norms", "References", "Agreements", "Calendar", "SearchIndex", "SearchCore", "Language", "LegalText",
                mustache, yams,
            ]),
        room("SiteServing", nio),
        room(
            "Interchange",
            ["KnowledgeBase", "Rules", "Norms", "References", "Agreements", "Calendar", "Language", "LegalText"]),

        // Floor 4, built only on demand (`make train`)
        .executableTarget(
            name: "ModelTraining", dependencies: ["Agreements", "LegalText"], exclude: ["README.md"], swiftSettings: strict),
        .executableTarget(name: "NormTraining", dependencies: ["Norms", "Language", "LegalText"], swiftSettings: strict),

        // Floor 4, for measuring (`swift run -c release AnalysisSpeed FILE...`)
        .executableTarget(
            name: "AnalysisSpeed",
            dependencies: ["KnowledgeBase", "DocumentReading", "Norms", "References", "Calendar", "Language", "LegalText"],
            path: "Benchmarks/Sources/analysis", swiftSettings: strict),

        // The same: `Benchmarks/run reading` times the reader with it.
        .executableTarget(
            name: "reading", dependencies: ["DocumentReading", "LegalText", "CLibXML2"], path: "Benchmarks/Sources/reading",
            swiftSettings: strict),

        // Floor 3
        room(
            "KnowledgeBase",
            [
                "DocumentReading", "Norms", "References", "Agreements", "Calendar", "YAMLReading", "SearchIndex", "SearchCore", "Language",
                "LegalText", yams,
            ], exclude: ["README.md"]),
        room("Rules", ["YAMLReading", "Norms", "LegalText"]),

        // Floor 2
        room("DocumentReading", ["LegalText", "Language", "Calendar", "CLibXML2"], settings: guarded),
        room("Norms", ["LegalText", "Language", "Calendar"], exclude: ["README.md"]),
        room("References", ["LegalText", "Language"]),
        room("Agreements", ["LegalText", "Language", "Calendar"]),
        room("Calendar", ["LegalText", "Language"]),
        room("YAMLReading", ["LegalText", yams]),
        room("SearchIndex", ["SearchCore"], settings: guarded),

        // Floor 1
        room("Language", ["LegalText"]),
        room("LegalText"),
        room("SearchCore", settings: guarded),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),

        // Tests
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests(of: "LegalText"),
        tests(of: "Language", ["LegalText"]),
        tests(of: "SearchCore"),
        tests(of: "SearchIndex", ["SearchCore"]),
        tests(of: "DocumentReading", ["LegalText"], exclude: ["Fixtures"]),
        tests(of: "Calendar", ["LegalText"]),
        tests(of: "References", ["LegalText"]),
        tests(of: "Norms", ["LegalText", "Calendar"]),
        tests(of: "Agreements", ["LegalText", "Calendar"]),
        tests(of: "YAMLReading", ["LegalText"]),
        tests(of: "Rules", ["YAMLReading", "LegalText", "Norms"]),
        tests(of: "KnowledgeBase", ["DocumentReading", "YAMLReading", "LegalText", "Norms", "References", "Calendar", "SearchIndex"]),
        tests(of: "SiteRendering", ["KnowledgeBase", "LegalText"]),
        tests(of: "SiteServing"),
        tests(of: "Interchange", ["KnowledgeBase", "Norms", "LegalText"]),
        tests(of: "CommandLineTool", ["Interchange", "KnowledgeBase", "LegalText"]),
    ]
)
