// swift-tools-version: 6.1
import PackageDescription

/// Rules that every Swift target keeps.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// The C libraries are linked statically by naming their archives; no pkg-config, because its flags would pull the shared
// objects back in. The order matters: the extensions need the core. Two of the wraps make the packaged libcmark-gfm safe to
// use from several threads, the third spares it work (Sources/CMarkPin).
let cmarkArchives: [LinkerSetting] = [
    .linkedLibrary(":libcmark-gfm-extensions.a", .when(platforms: [.linux])),
    .linkedLibrary(":libcmark-gfm.a", .when(platforms: [.linux])),
    .linkedLibrary(":libyaml.a", .when(platforms: [.linux])),
    .unsafeFlags(
        [
            "-Xlinker", "--wrap=cmark_inlines_add_special_character",
            "-Xlinker", "--wrap=cmark_inlines_remove_special_character",
            "-Xlinker", "--wrap=cmark_consolidate_text_nodes",
        ], .when(platforms: [.linux])),
]
let digestArchives: [LinkerSetting] = [
    .linkedLibrary(":libmd.a", .when(platforms: [.linux]))
]

let package = Package(
    name: "martlet",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "martlet", targets: ["martlet"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    ],
    targets: [
        // C libraries of the system, and nothing else.
        .systemLibrary(
            name: "CCMarkGFM",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
        .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
        .systemLibrary(name: "CDigest", providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
        // The header of libxxhash, which has all of it.
        .target(name: "CXXHash", cSettings: [.unsafeFlags(["-O2"])]),
        .target(name: "CMarkPin"),
        .target(name: "CScan", cSettings: [.unsafeFlags(["-O2"])]),
        .target(
            name: "CEmbeddedTheme", exclude: ["README.md"],
            cSettings: [.unsafeFlags(["-std=c23"])]),

        .target(name: "CPreviewFiles", exclude: ["preview.js", "preview.css"], cSettings: [.unsafeFlags(["-std=c23"])]),

        // The values that stages hand on. Imports nothing.
        .target(name: "SiteModel", swiftSettings: strict),
        // The template language. Knows nothing of sites.
        .target(name: "Templates", dependencies: ["SiteModel"], swiftSettings: strict),

        // The stages. They never import each other.
        .target(
            name: "SiteParsing", dependencies: ["SiteModel", "CCMarkGFM", "CYAML", "CMarkPin", "CScan"],
            swiftSettings: strict, linkerSettings: cmarkArchives),
        .target(name: "SiteTransforms", dependencies: ["SiteModel"], swiftSettings: strict),
        .target(
            name: "SiteRendering", dependencies: ["SiteModel", "Templates", "CEmbeddedTheme", "CDigest", "CXXHash"],
            swiftSettings: strict, linkerSettings: digestArchives),

        // The driver, and the command line on top.
        .target(
            name: "SitePipeline",
            dependencies: ["SiteModel", "SiteParsing", "SiteTransforms", "Templates", "SiteRendering"],
            swiftSettings: strict),
        // The preview: a watcher and an HTTP server. The only one that knows NIO.
        .target(
            name: "SiteServing",
            dependencies: [
                "SiteModel", "SitePipeline", "CPreviewFiles",
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "martlet",
            dependencies: [
                "SiteModel", "SitePipeline", "SiteServing",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),

        // Sites that a test writes in the test, and what a build says about them.
        .target(
            name: "SiteTestSupport", dependencies: ["SiteModel", "SitePipeline"], path: "Tests/SiteTestSupport",
            swiftSettings: strict),
        .testTarget(
            name: "DiagnosticsTests", dependencies: ["SiteModel", "SitePipeline", "SiteTestSupport"], swiftSettings: strict),

        // The CommonMark and GFM specifications, through the real parser and the real writer.
        .testTarget(
            name: "SpecificationTests",
            dependencies: ["SiteModel", "SiteParsing", "SiteRendering", "CCMarkGFM", "CMarkPin"],
            swiftSettings: strict),
        .testTarget(
            name: "TemplatesTests", dependencies: ["SiteModel", "Templates"], exclude: ["Fixtures"], swiftSettings: strict),
        .testTarget(name: "SiteModelTests", dependencies: ["SiteModel"], swiftSettings: strict),
        .testTarget(name: "SiteParsingTests", dependencies: ["SiteModel", "SiteParsing", "CScan"], swiftSettings: strict),
        .testTarget(name: "SiteTransformsTests", dependencies: ["SiteModel", "SiteTransforms"], swiftSettings: strict),
        .testTarget(
            name: "SiteRenderingTests", dependencies: ["SiteModel", "SiteRendering", "SitePipeline", "SiteTestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "SitePipelineTests",
            dependencies: ["SiteModel", "SiteParsing", "SiteRendering", "SitePipeline", "SiteTestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "SiteServingTests", dependencies: ["SiteModel", "SitePipeline", "SiteServing"], swiftSettings: strict),
        // The pages below /__martlet/.
        .testTarget(
            name: "BenchTests",
            dependencies: ["SiteModel", "SiteRendering", "SitePipeline", "SiteServing", "SiteTestSupport"], swiftSettings: strict),
        // The examples of the editors' guide, built and run.
        .testTarget(
            name: "GuideTests", dependencies: ["SiteModel", "SitePipeline", "SiteTestSupport", "martlet"], swiftSettings: strict),
        // The program itself, run as a user runs it.
        .testTarget(name: "CommandTests", dependencies: ["martlet", "SiteTestSupport"], swiftSettings: strict),
    ]
)
