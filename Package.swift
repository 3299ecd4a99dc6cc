// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// One room of the house: a library target that sees only what stands below it.
func room(_ name: String, _ dependencies: Target.Dependency...) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, _ more: Target.Dependency...) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.target(name: name)] + more, swiftSettings: strict)
}

let package = Package(
    name: "newsmill",
    products: [.executable(name: "newsmill", targets: ["newsmill"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    ],
    targets: [
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        .systemLibrary(name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CMalloc"),
        // CLD2 has no .pc file. Its full tables stand in a library of their own and must come before the code's own,
        // smaller ones.
        .target(
            name: "CCLD2", linkerSettings: [.linkedLibrary("cld2_full"), .linkedLibrary("cld2")]),
        room("Text"),
        room("Locking"),
        room("Gzip", "CZlib", "CDeflate", "CISAL"),
        room("Digest", .product(name: "Crypto", package: "swift-crypto")),
        room("Model", "Text"),
        room("Intake", "Model", "Text", "Gzip", "Digest"),
        room("Extraction", "Model", "Text", "CLibXML2"),
        room("Language", "Text", "CCLD2"),
        room("Normalization", "Model", "Text", "Language"),
        room("Deduplication", "Model", "Text", "Digest"),
        .target(name: "CEntityModel"),
        room("Entities", "Model", "Text", "Digest", "CEntityModel"),
        room("Store", "Model", "Text", "Gzip", "Digest", "Locking"),
        room("Report", "Model", "Text", "Store"),
        room(
            "Mill", "Model", "Text", "Intake", "Extraction", "Normalization", "Deduplication", "Entities", "Store",
            "Report", "Gzip", "Digest", "Locking",
            .product(name: "Logging", package: "swift-log")),
        .executableTarget(
            name: "newsmill",
            dependencies: [
                "Mill", "Model", "Extraction", "Entities", "Store", "Report", "Text", "CMalloc",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        // For `scripts/train-extraction` alone.
        .executableTarget(name: "features", dependencies: ["Extraction", "Model", "Text"], swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests(of: "Text", "TestSupport"),
        tests(of: "Locking"),
        tests(of: "Gzip", "TestSupport"),
        tests(of: "Model", "Text"),
        tests(of: "Intake", "Model", "Text", "Gzip", "TestSupport"),
        tests(of: "Extraction", "Model", "Text", "TestSupport"),
        tests(of: "Language", "Text", "TestSupport"),
        tests(of: "Normalization", "Model", "Text", "TestSupport"),
        tests(of: "Deduplication", "Model", "TestSupport"),
        tests(of: "Entities", "Model", "Text", "TestSupport"),
        tests(of: "Store", "Model", "Text", "Gzip", "Digest", "TestSupport"),
        tests(of: "Mill", "Model", "Text", "Store", "Gzip", "TestSupport"),
        tests(of: "Report", "Mill", "Model", "Text", "Store", "TestSupport"),
        .testTarget(
            name: "CommandTests", dependencies: ["newsmill", "Store", "Text", "TestSupport"], swiftSettings: strict),
    ]
)

// `scripts/fuzz` sets this: the target has libFuzzer's main, so an ordinary build must not see it.
if Context.environment["NEWSMILL_FUZZING"] != nil {
    package.products.append(.executable(name: "fuzzing", targets: ["fuzzing"]))
    package.targets.append(
        .executableTarget(
            name: "fuzzing",
            dependencies: ["Text", "Model", "Intake", "Extraction", "Normalization", "Deduplication", "Entities"],
            path: "Tests/Fuzzing", swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
