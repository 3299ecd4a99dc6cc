/// One file of the training data, and how it is used.
struct TrainingSet {
    var path: String
    /// How much one of its mistakes counts.
    var weight: Float = 1
    /// MISC is annotated; elsewhere a word without a label may be MISC.
    var hasMiscellaneous = true
    /// Sentences that are read as one document where the file knows none.
    var documentSize = 1

    /// The sets whose licences allow weights trained on them to be published (see data/MODEL.md).
    static let shipped: [TrainingSet] = [
        TrainingSet(path: "re3d/train.tsv"),
        TrainingSet(path: "redocred/train.tsv"), TrainingSet(path: "redocred/test.tsv"),
        TrainingSet(path: "gum_open/train.tsv", hasMiscellaneous: false),
        TrainingSet(path: "uner_ewt/dev.tsv", hasMiscellaneous: false),
        TrainingSet(path: "crossner_politics/train.tsv"), TrainingSet(path: "crossner_politics/dev.tsv"),
        TrainingSet(path: "crossner_science/train.tsv"), TrainingSet(path: "crossner_science/dev.tsv"),
        TrainingSet(path: "crossner_music/train.tsv"), TrainingSet(path: "crossner_music/dev.tsv"),
        TrainingSet(path: "crossner_literature/train.tsv"), TrainingSet(path: "crossner_literature/dev.tsv"),
        TrainingSet(path: "crossner_ai/train.tsv"), TrainingSet(path: "crossner_ai/dev.tsv"),
        // Tweets are far from news.
        TrainingSet(path: "wnut17/train.tsv", weight: 0.5), TrainingSet(path: "wnut17/dev.tsv", weight: 0.5),
        TrainingSet(path: "btc/train.tsv", weight: 0.5, hasMiscellaneous: false),
        TrainingSet(path: "btc/dev.tsv", weight: 0.5, hasMiscellaneous: false),
    ]

    /// Labelled by machine: only where the model agrees is it believed.
    static let silver = TrainingSet(path: "gmb/train.tsv", weight: 0.5, documentSize: 12)
}
