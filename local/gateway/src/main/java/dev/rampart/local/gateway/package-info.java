/** The stand-in for API Gateway. */
@NullMarked
package dev.rampart.local.gateway;

import org.jspecify.annotations.NullMarked;
