/** Stores the state of the domain in DynamoDB. */
@NullMarked
package dev.rampart.adapter.out.dynamodb;

import org.jspecify.annotations.NullMarked;
