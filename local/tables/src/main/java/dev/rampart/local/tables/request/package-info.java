/** Requests of DynamoDB's protocol, their expressions, and the JSON of responses. */
@NullMarked
package dev.rampart.local.tables.request;

import org.jspecify.annotations.NullMarked;
