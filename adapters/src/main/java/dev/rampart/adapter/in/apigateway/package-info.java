/** API Gateway proxy events in, replies and problem documents out. */
@NullMarked
package dev.rampart.adapter.in.apigateway;

import org.jspecify.annotations.NullMarked;
