#include "ccld2.h"

#include <cstdio> // CLD2's header uses FILE without it
#include <cld2/internal/cld2tablesummary.h>
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

namespace CLD2 {
// Both libraries of CLD2 define the tables. Naming one here makes the linker keep libcld2_full, and the loader then takes
// the tables of the library that it finds first.
extern const CLD2TableSummary kQuad_obj;
}

ccld2_result ccld2_detect(const char *text, int32_t length) {
    const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    CLD2::Language languages[3];
    int percents[3];
    double scores[3];
    int letters = 0;
    bool is_reliable = false;
    CLD2::ExtDetectLanguageSummary(
        text, length, true, &hints, 0, languages, percents, scores, nullptr, &letters, &is_reliable);
    return {CLD2::LanguageCode(languages[0]), percents[0], letters, is_reliable};
}

const char *ccld2_languages(void) { return CLD2::kQuad_obj.kRecognizedLangScripts; }
