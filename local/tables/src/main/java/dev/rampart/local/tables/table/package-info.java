/** Tables with their keys, indexes, expiry and streams, and how they are defined. */
@NullMarked
package dev.rampart.local.tables.table;

import org.jspecify.annotations.NullMarked;
