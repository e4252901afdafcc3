/** Rampart's own tables: DynamoDB's protocol and semantics in one process, in memory or on disk. */
@NullMarked
package dev.rampart.local.tables;

import org.jspecify.annotations.NullMarked;
