#ifndef CCLD2_H
#define CCLD2_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What CLD2 says about a text.
typedef struct {
    /// Code of the language that holds most of the text, as CLD2 writes it ("en", "iw", "zh-Hant"; "un" for none).
    /// Never freed.
    const char *code;
    /// Share of the text in that language, 0 to 100.
    int32_t percent;
    /// Letters that were looked at, in bytes of UTF-8.
    int32_t letters;
    /// Whether CLD2 finds this language clearly more likely than any other.
    int32_t is_reliable;
} ccld2_result;

/// Detects the language of `length` bytes of well-formed UTF-8. Needs no set-up; any number of threads may call it.
ccld2_result ccld2_detect(const char *text, int32_t length);

/// The languages that the linked tables know, as CLD2 lists them: "en-Latn az-Arab ...". Never freed.
const char *ccld2_languages(void);

#ifdef __cplusplus
}
#endif

#endif
