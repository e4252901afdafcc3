/** The operations of DynamoDB and of its streams. */
@NullMarked
package dev.rampart.local.tables.operation;

import org.jspecify.annotations.NullMarked;
