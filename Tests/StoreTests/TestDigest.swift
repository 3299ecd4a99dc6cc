import Digest

enum TestDigest {
    static func sha256(_ bytes: [UInt8]) -> String {
        var digest = SHA256Digest()
        digest.update(bytes.span)
        return digest.finishHex()
    }
}
