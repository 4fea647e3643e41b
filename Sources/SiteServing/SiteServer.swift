package import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// Serves a site's folder to browsers on this machine, and has them load a page again when the site was rendered anew.
///
/// It answers on the loopback address alone, and only to requests that name it: a page of another host that leads its own name here
/// (DNS rebinding) is refused.
package struct SiteServer: Sendable {
    private let signal = ReloadSignal()
    private let handler: RequestHandler

    package init(folder: URL) {
        handler = RequestHandler(folder: ServedFolder(folder), signal: signal)
    }

    /// Serves until the task is cancelled.
    /// - Parameters:
    ///   - port: 0 for any that is free.
    ///   - listening: told the port once requests are answered there.
    /// - Throws: `POSIXError`, where the port is taken.
    package func run(port: UInt16, listening: (UInt16) -> Void) async throws {
        let listener = try await listener(on: port)
        try await listener.executeThenClose { connections in
            listening(UInt16(listener.channel.localAddress?.port ?? Int(port)))
            try await withThrowingDiscardingTaskGroup { group in
                for try await connection in connections {
                    // A browser that goes away in the middle concerns nobody else.
                    group.addTask { try? await connection.answer(with: handler) }
                }
            }
        }
    }

    private func listener(on port: UInt16) async throws -> NIOAsyncChannel<Connection, Never> {
        let patience = TimeAmount.seconds(Int64(RequestHandler.patience) + 20)
        let bootstrap = ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        do {
            return try await bootstrap.bind(host: "127.0.0.1", port: Int(port)) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandlers([IdleStateHandler(allTimeout: patience), IdleConnectionCloser()])
                    return try Connection(wrappingChannelSynchronously: channel)
                }
            }
        } catch let error as IOError {
            throw POSIXError(POSIXErrorCode(rawValue: error.errnoCode) ?? .EIO)
        }
    }

    /// Has open pages load again.
    package func reload() async { await signal.fire() }
}
