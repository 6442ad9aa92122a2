#pragma once
#include <sqlite3.h>

/// Lets SQLite ask for memory without counting it: the count is one for the whole process, and each request would take
/// its lock. Must come before the first database is opened; returns SQLITE_OK where it did.
static inline int sqlite_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }
