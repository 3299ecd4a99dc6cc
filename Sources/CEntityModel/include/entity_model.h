#pragma once
#include <stddef.h>

/// The bytes of data/entities.model (see data/MODEL.md), aligned to a cache line, and how many there are.
const unsigned char *newsmill_entity_model(void);
size_t newsmill_entity_model_size(void);
