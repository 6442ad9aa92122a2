#pragma once
#include <png.h>

// Swift sees plain integers of these macros, which cast or add up others.

static inline png_uint_32 png_format_gray(void) { return PNG_FORMAT_GRAY; }
static inline png_uint_32 png_format_rgb(void) { return PNG_FORMAT_RGB; }
static inline png_uint_32 png_format_rgba(void) { return PNG_FORMAT_RGBA; }
static inline png_uint_32 png_flag_alpha(void) { return PNG_FORMAT_FLAG_ALPHA; }
static inline png_uint_32 png_flag_color(void) { return PNG_FORMAT_FLAG_COLOR; }

static inline int png_image_is_failed(const png_image *image) { return PNG_IMAGE_FAILED(*image); }
static inline const char *png_image_message(const png_image *image) { return image->message; }
static inline size_t png_image_largest_file(const png_image *image) { return PNG_IMAGE_PNG_SIZE_MAX(*image); }
