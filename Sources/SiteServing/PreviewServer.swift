internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
internal import SiteModel
package import SitePipeline

#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// A preview that runs: the site is served on this machine alone and kept up to date with its sources.
package final class PreviewServer: Sendable {
    package let port: Int
    private let preview: Preview
    private let changes: ChangeBox
    private let watcher: WatchThread
    private let channel: any Channel
    private let group: MultiThreadedEventLoopGroup
    private let updates: Task<Void, Never>
    private let clock: Task<Void, Never>

    /// Builds the site, then serves it.
    package static func start(_ options: PreviewOptions) async throws(PreviewError) -> PreviewServer {
        let changes = ChangeBox()
        let watcher = WatchThread(
            root: options.folders.source, changes: changes, pace: Watcher.Pace(), usesEvents: options.usesEvents)
        // What is there is noted, so that what changes while it is built is built again.
        _ = await changes.next()
        let preview = await Preview(options)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do throws(PreviewError) {
            let channel = try await bind(options, preview, group)
            return PreviewServer(preview, changes, watcher, channel, group)
        } catch {
            watcher.stop()
            await preview.stop()
            try? await group.shutdownGracefully()
            throw error
        }
    }

    private init(
        _ preview: Preview, _ changes: ChangeBox, _ watcher: WatchThread, _ channel: any Channel,
        _ group: MultiThreadedEventLoopGroup
    ) {
        port = channel.localAddress?.port ?? 0
        (self.preview, self.changes, self.watcher, self.channel, self.group) = (preview, changes, watcher, channel, group)
        updates = Task { while let found = await changes.next() { await preview.update(found.paths) } }
        clock = Task {
            while !Task.isCancelled {
                try? await Task.sleep(for: .seconds(1))
                if preview.isOutdated { changes.add([]) }
            }
        }
    }

    /// The address of the site's home page.
    package var address: String {
        "http://127.0.0.1:\(port)" + (preview.shown.update.site?.site.config.baseURL.path ?? "/")
    }

    /// The address of the pages for editors.
    package var ownAddress: String { "http://127.0.0.1:\(port)" + ownFolder }

    /// What is shown now.
    package var update: LiveUpdate { preview.shown.update }

    /// Ends all connections and the watcher.
    package func stop() async {
        watcher.stop()
        clock.cancel()
        changes.finish()
        await updates.value
        try? await channel.close()
        await preview.stop()
        try? await group.shutdownGracefully()
    }
}

/// Why a preview does not start.
package struct PreviewError: Error, Sendable {
    package var message: String
}

/// Listens on the port that is asked for, or on the next one that is free.
private func bind(
    _ options: PreviewOptions, _ preview: Preview, _ group: MultiThreadedEventLoopGroup
) async throws(PreviewError) -> any Channel {
    let connections = Connections(limit: options.limits.connections)
    let bootstrap = ServerBootstrap(group: group)
        .serverChannelOption(.backlog, value: 256)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
        .childChannelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                connections.add(channel)
                let pipeline = channel.pipeline.syncOperations
                try pipeline.configureHTTPServerPipeline(withPipeliningAssistance: true, withErrorHandling: true)
                try pipeline.addHandler(Connection(preview, options.limits, connections))
            }
        }
    switch options.port {
    case .exactly(let port):
        do { return try await bootstrap.bind(host: "127.0.0.1", port: port).get() } catch {
            throw PreviewError(message: "port \(port) cannot be used: \(reason(error))")
        }
    case .from(let first):
        for port in first..<(first + 100) {
            do { return try await bootstrap.bind(host: "127.0.0.1", port: port).get() } catch { continue }
        }
        throw PreviewError(message: "no port from \(first) to \(first + 99) is free")
    }
}

private func reason(_ error: any Error) -> String {
    guard let error = error as? IOError else { return "\(error)" }
    return error.errnoCode == EADDRINUSE ? "another program uses it" : "\(error.description)"
}
