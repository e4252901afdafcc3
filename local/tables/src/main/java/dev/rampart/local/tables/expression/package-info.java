/** DynamoDB's expression language: read, checked as DynamoDB checks it, and evaluated. */
@NullMarked
package dev.rampart.local.tables.expression;

import org.jspecify.annotations.NullMarked;
