import SiteModel
import SitePipeline
import Synchronization
import Testing

@Suite struct ReportTests {
    /// Also where each message speaks of a second place.
    @Test func aFileIsReadOnceForAllItsMessages() {
        let reads = Mutex(0)
        let report = TerminalReport(isColoured: false) { _ in
            reads.withLock { $0 += 1 }
            return Array("one\ntwo\n".utf8)
        }
        let diagnostics = (0..<50).map { _ in
            Diagnostic(
                .duplicateID, "twice", at: SourceLocation("a.md", SourceRange(4, 7)), help: nil,
                notes: [.init("the first one", at: SourceLocation("b.md", SourceRange(0, 3)))])
        }
        #expect(
            report.lines(diagnostics).hasSuffix(
                "a.md:2:1: error[duplicate-id]: twice\n    2 | two\n      | ^~~\nnote: the first one: b.md:1:1\n"))
        #expect(reads.withLock { $0 } == 2)
    }
}
