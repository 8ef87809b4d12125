package import SiteModel
internal import SiteParsing
internal import SiteRendering

/// A site that is held in memory and brought up to date after changes of its sources: what a preview shows.
///
/// Pages are rendered when they are asked for. Where nothing but words has changed, an update parses the changed sources and leaves
/// everything else as it is; otherwise it parses them and puts the site together again.
package actor LiveSite {
    private let options: BuildOptions
    private let files: DiskFileSystem
    private let folders: SiteFolders
    private var memory: ReadSources? = ReadSources()
    /// Of the last look, by path; nil where a file may have changed since without another stamp.
    private var stamps: [String: FileStamp?] = [:]
    /// What the last update came to, where nothing was wrong with the site.
    private var whole: WholeSite?
    /// The last site without errors.
    private var last: ServedSite?
    /// What the last update had to say.
    private var diagnostics = Diagnostics()

    /// `root` is the folder that holds `content`.
    package init(_ options: BuildOptions, root: String) {
        self.options = options
        files = DiskFileSystem(root: root)
        folders = SiteFolders(source: root, output: "")
    }

    /// Brings the site up to what its sources are now, at the moment `now`. `paths`, relative to the root, are the files and folders that
    /// may have changed since the last update; nil stands for any, and then stamps of files tell. What did not change is not read again.
    package func update(changed paths: Set<String>?, now: Instant) async -> LiveUpdate {
        let paths = paths ?? changedPaths()
        if let site = await updateTexts(paths, now) {
            return LiveUpdate(site: last, prepared: site, diagnostics: diagnostics, isRefused: false, isOfWords: true)
        }
        var options = options
        options.now = now
        memory?.forget(paths)
        var read = memory
        let outcome = await prepare(options, in: files, remembering: &read)
        memory = read
        diagnostics = outcome.diagnostics
        let isRefused = isRefused(diagnostics, options)
        whole = isRefused ? nil : await WholeSite(outcome.value, jobs: options.jobs)
        if let whole { last = ServedSite(whole.site, whole.shared, files) }
        return LiveUpdate(site: last, prepared: outcome.value.site, diagnostics: diagnostics, isRefused: isRefused)
    }

    /// Takes other words into the site as it is, and gives it back; nil where more has changed.
    private func updateTexts(_ paths: Set<String>, _ now: Instant) async -> Site? {
        guard var update = whole, let memory, update.site.moments.contains(now.seconds), !diagnostics.mention(paths),
            let sources = await update.replaceTexts(of: paths, memory, jobs: options.jobs, in: files)
        else { return nil }
        for source in sources { self.memory?.replace(source) }
        whole = update
        last = last?.with(update.site, update.shared)
        return update.site
    }

    /// The files whose stamps are others than at the last look, and those that are new or gone.
    private func changedPaths() -> Set<String> {
        let found = InputStamps(of: folders)
        var changed: Set<String> = []
        var seen: [String: FileStamp?] = [:]
        var gone = stamps
        for entry in found.list.entries where entry.stamp.kind != .folder {
            if (gone.removeValue(forKey: entry.path) ?? nil) != entry.stamp { changed.insert(entry.path) }
            // One that may have been changed once more in the same tick of the clock is looked at again.
            seen.updateValue(entry.stamp.isRacy(lookedAt: found.taken) ? nil : entry.stamp, forKey: entry.path)
        }
        stamps = seen
        return changed.union(gone.keys)
    }
}

/// What an update gave.
package struct LiveUpdate: Sendable {
    /// The last site without errors; nil where there was none yet.
    package var site: ServedSite?
    /// The site as it is now, errors among it.
    package var prepared: Site
    package var diagnostics: Diagnostics
    /// Whether `site` is an older one, because errors (with `--strict` warnings too) stand in the sources.
    package var isRefused: Bool
    /// Nothing but words changed, so the site was not put together again.
    package var isOfWords = false
}
