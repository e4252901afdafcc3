/** Sorted maps of items, in memory or on disk, with writes that are atomic across maps. */
@NullMarked
package dev.rampart.local.tables.storage;

import org.jspecify.annotations.NullMarked;
