/** The operation that says whether the system itself works. */
@NullMarked
package dev.rampart.adapter.in.apigateway.monitoring;

import org.jspecify.annotations.NullMarked;
