internal import NIOCore
internal import NIOHTTP1

/// An answer that does not end: tells a page what is shown whenever that changes (server-sent events). A page that does not take what
/// it is told gets the last only, and is let go after a while.
final class EventStream {
    private let preview: Preview
    private let limits: Limits
    private let context: ChannelHandlerContext
    private var listener: Int?
    /// What waits for the message before it to be taken.
    private var waiting: String?
    private var isSending = false
    private var deadline: Scheduled<Void>?
    private var heartbeat: RepeatedTask?

    init(_ preview: Preview, _ limits: Limits, _ context: ChannelHandlerContext) {
        self.preview = preview
        self.limits = limits
        self.context = context
        let headers: HTTPHeaders = [
            "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "same-origin",
        ]
        let head = HTTPResponseHead(version: .http1_1, status: .ok, headers: headers)
        context.write(NIOAny(HTTPServerResponsePart.head(head)), promise: nil)
        let me = NIOLoopBound(self, eventLoop: context.eventLoop)
        let loop = context.eventLoop
        listener = preview.listen { news in
            loop.execute { me.value.send("event: news\ndata: \(news)\n\n") }
        }
        let pause = TimeAmount(limits.heartbeat)
        heartbeat = loop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
            if !me.value.isSending { me.value.send(": \n\n") }
        }
    }

    func end() {
        if let listener { preview.drop(listener) }
        listener = nil
        heartbeat?.cancel()
        deadline?.cancel()
    }

    private func send(_ message: String) {
        guard context.channel.isActive else { return }
        if isSending { return waiting = message }
        isSending = true
        deadline = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(limits.write)) {
            self.context.close(promise: nil)
        }
        let sent = context.eventLoop.makePromise(of: Void.self)
        context.writeAndFlush(NIOAny(HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(string: message)))), promise: sent)
        sent.futureResult.assumeIsolated().whenComplete { _ in
            self.deadline?.cancel()
            self.isSending = false
            if let next = self.waiting {
                self.waiting = nil
                self.send(next)
            }
        }
    }
}
