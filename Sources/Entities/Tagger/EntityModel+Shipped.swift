internal import CEntityModel

extension EntityModel {
    /// The model that ships, from the program's own data: nothing is read or built at the start of a run.
    package static let shipped: EntityModel = {
        let bytes = UnsafeRawBufferPointer(start: newsmill_entity_model(), count: newsmill_entity_model_size())
        do {
            return try EntityModel(unowned: bytes)
        } catch {
            preconditionFailure("data/entities.model is damaged: \(error)")
        }
    }()
}
