/** Leads proxy events to the endpoints of an API function and writes what they answer. */
@NullMarked
package dev.rampart.adapter.in.apigateway.router;

import org.jspecify.annotations.NullMarked;
