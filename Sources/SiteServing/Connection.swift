import Foundation
import NIOCore
import NIOHTTP1

/// One browser's connection: requests come in, and each is answered before the next is read.
typealias Connection = NIOAsyncChannel<HTTPServerRequestPart, HTTPServerResponsePart>

extension Connection {
    func answer(with handler: RequestHandler) async throws {
        try await executeThenClose { inbound, outbound in
            var head: HTTPRequestHead?
            for try await part in inbound {
                switch part {
                case .head(let next): head = next
                // Nothing here takes a body: what is sent is read past.
                case .body: break
                case .end:
                    guard let request = head else { return }
                    let kept = request.headers["if-none-match"]
                    let response = await handler.response(
                        to: Request(
                            method: request.method.rawValue, target: request.uri, host: request.headers.first(name: "host"),
                            kept: kept.isEmpty ? nil : kept.joined(separator: ",")))
                    var fields = HTTPHeaders(response.fields.map { ($0.name, $0.value) })
                    if response.status != 304 { fields.add(name: "Content-Length", value: String(response.body.count)) }
                    if !request.isKeepAlive { fields.add(name: "Connection", value: "close") }
                    let status = HTTPResponseStatus(statusCode: response.status)
                    try await outbound.write(.head(HTTPResponseHead(version: request.version, status: status, headers: fields)))
                    if request.method != .HEAD, !response.body.isEmpty {
                        try await outbound.write(.body(.byteBuffer(ByteBuffer(bytes: response.body))))
                    }
                    try await outbound.write(.end(nil))
                    guard request.isKeepAlive else { return }
                }
            }
        }
    }
}

/// Ends a connection on which nothing has come or gone for long.
final class IdleConnectionCloser: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if event is IdleStateHandler.IdleStateEvent {
            context.close(promise: nil)
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }
}
