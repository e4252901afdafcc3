/** The stand-in for DynamoDB. */
@NullMarked
package dev.rampart.local.tables;

import org.jspecify.annotations.NullMarked;
