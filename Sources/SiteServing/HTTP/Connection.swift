internal import NIOCore
internal import NIOHTTP1

/// One connection of a browser: takes its requests, one after the other, and sends what the preview answers, piece by piece, each when
/// the one before is taken.
final class Connection: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let preview: Preview
    private let limits: Limits
    private let connections: Connections
    private var head: HTTPRequestHead?
    private var bodySize = 0
    /// What ends the connection where nothing happens until then.
    private var deadline: Scheduled<Void>?
    private var events: EventStream?

    init(_ preview: Preview, _ limits: Limits, _ connections: Connections) {
        self.preview = preview
        self.limits = limits
        self.connections = connections
    }

    func channelActive(context: ChannelHandlerContext) { expect(within: limits.request, context) }

    func channelInactive(context: ChannelHandlerContext) {
        deadline?.cancel()
        events?.end()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            connections.set(context.channel, isBusy: false)
            self.head = head
            bodySize = 0
        // Nothing that is asked for needs more than its address; a form that somebody sends is read to its end, to be refused.
        case .body(let part):
            bodySize += part.readableBytes
            if bodySize > limits.headers { context.close(promise: nil) }
        case .end:
            guard let head else { return }
            self.head = nil
            deadline?.cancel()
            connections.set(context.channel, isBusy: true)
            answer(head, context)
        }
    }

    private func answer(_ head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        let response = refusal(of: head, limits, port: context.channel.localAddress?.port)
        if let response { return send(response, head, keepsOpen: false, context) }
        let request = PreviewRequest(head.uri, knownTags: head.headers.first(name: "If-None-Match"))
        if request.target == ownFolder + "events", head.method == .GET {
            events = EventStream(preview, limits, context)
            return
        }
        let promise = context.eventLoop.makePromise(of: PreviewResponse.self)
        preview.answer(request) { promise.succeed($0) }
        promise.futureResult.assumeIsolated().whenSuccess { response in
            guard context.channel.isActive else { return }
            self.send(response, head, keepsOpen: head.isKeepAlive, context)
        }
    }

    private func send(_ response: PreviewResponse, _ head: HTTPRequestHead, keepsOpen: Bool, _ context: ChannelHandlerContext) {
        var headers = HTTPHeaders(response.headers.map { ($0.name, $0.value) })
        if response.status != 304 { headers.add(name: "Content-Length", value: String(response.body.count)) }
        headers.add(name: "Connection", value: keepsOpen ? "keep-alive" : "close")
        let line = HTTPResponseHead(version: .http1_1, status: .init(statusCode: response.status), headers: headers)
        context.write(wrapOutboundOut(.head(line)), promise: nil)
        let body = head.method == .HEAD ? ByteBuffer() : ByteBuffer(bytes: response.body)
        sendRest(of: body, keepsOpen: keepsOpen, context)
    }

    /// Sends the next piece, and the rest when it is taken.
    private func sendRest(of body: ByteBuffer, keepsOpen: Bool, _ context: ChannelHandlerContext) {
        var rest = body
        let piece = rest.readSlice(length: min(rest.readableBytes, 65_536)) ?? ByteBuffer()
        if piece.readableBytes > 0 { context.write(wrapOutboundOut(.body(.byteBuffer(piece))), promise: nil) }
        expect(within: limits.write, context)
        let isLast = rest.readableBytes == 0
        let sent = context.eventLoop.makePromise(of: Void.self)
        if isLast {
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: sent)
        } else {
            context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer()))), promise: sent)
        }
        let remaining = rest
        sent.futureResult.assumeIsolated().whenComplete { result in
            guard case .success = result, context.channel.isActive else { return context.close(promise: nil) }
            guard isLast else { return self.sendRest(of: remaining, keepsOpen: keepsOpen, context) }
            guard keepsOpen else { return context.close(promise: nil) }
            self.connections.set(context.channel, isBusy: false)
            self.expect(within: self.limits.idle, context)
        }
    }

    /// Ends the connection where the next thing does not happen in time.
    private func expect(within time: Duration, _ context: ChannelHandlerContext) {
        deadline?.cancel()
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(time)) { context.close(promise: nil) }
    }
}
