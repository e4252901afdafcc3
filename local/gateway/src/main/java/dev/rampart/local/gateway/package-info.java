/** The stand-in for API Gateway: the server, the order of its gates, and the access log. */
@NullMarked
package dev.rampart.local.gateway;

import org.jspecify.annotations.NullMarked;
