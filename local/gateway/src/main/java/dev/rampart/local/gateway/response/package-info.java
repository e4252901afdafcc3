/** Gateway responses: what a client is told of a refusal, in the template's words. */
@NullMarked
package dev.rampart.local.gateway.response;

import org.jspecify.annotations.NullMarked;
