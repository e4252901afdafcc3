/** Attribute values: their types, limits, order, size, and how they are read and written. */
@NullMarked
package dev.rampart.local.tables.value;

import org.jspecify.annotations.NullMarked;
