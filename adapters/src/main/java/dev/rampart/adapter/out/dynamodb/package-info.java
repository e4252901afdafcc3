/** Keeps the domain's state in DynamoDB. */
@NullMarked
package dev.rampart.adapter.out.dynamodb;

import org.jspecify.annotations.NullMarked;
