import FlyingFox
import FlyingSocks
package import Foundation

/// Serves a site's folder to browsers on this machine, and has them load a page again when the site was rendered anew.
///
/// It answers on the loopback address alone, and only to requests that name it: a page of another host that leads its own name here
/// (DNS rebinding) is refused.
package struct SiteServer: Sendable {
    private let signal = ReloadSignal()
    private let server: HTTPServer

    /// - Parameter port: 0 for any that is free.
    package init(folder: URL, port: UInt16) throws {
        let quiet: DisabledLogger = .disabled
        let handler = RequestHandler(folder: ServedFolder(folder), signal: signal)
        server = HTTPServer(
            address: try .inet(ip4: "127.0.0.1", port: port), timeout: RequestHandler.patience + 20, logger: quiet, handler: handler)
    }

    /// Serves until the task is cancelled.
    /// - Throws: the system's error, where the port is taken.
    package func run() async throws { try await server.run() }

    /// The port it listens on, once it does.
    package func port() async throws -> UInt16 {
        try await server.waitUntilListening()
        switch await server.listeningAddress {
        case .ip4(_, let port), .ip6(_, let port): return port
        default: return 0
        }
    }

    /// Has open pages load again.
    package func reload() async { await signal.fire() }
}
