#include "entity_model.h"

// #embed is C23; the clang that comes with Swift has it.
#pragma clang diagnostic ignored "-Wc23-extensions"

static _Alignas(64) const unsigned char model[] = {
#embed "../../data/entities.model"
};

const unsigned char *newsmill_entity_model(void) { return model; }

size_t newsmill_entity_model_size(void) { return sizeof model; }
