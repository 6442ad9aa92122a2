#pragma once
#include <zlib.h>

/// Inflates a zlib stream (RFC 1950) as far as it goes and fits; returns the number of bytes written. Bytes after the
/// stream's end are left alone, and what is damaged ends it.
static inline size_t zlib_inflate_prefix(const unsigned char *bytes, size_t count, unsigned char *output, size_t room) {
    z_stream stream = {0};
    if (inflateInit(&stream) != Z_OK) return 0;
    stream.next_in = (Bytef *)bytes;
    stream.avail_in = (uInt)count;
    stream.next_out = output;
    stream.avail_out = (uInt)room;
    inflate(&stream, Z_FINISH);
    size_t produced = room - stream.avail_out;
    inflateEnd(&stream);
    return produced;
}
