/**
 * The endpoints of the API for the security team, over the router and the readers beside this
 * package: threats, what somebody did, what became of a request, blocks, the allow list.
 */
@NullMarked
package dev.rampart.adapter.in.apigateway.security;

import org.jspecify.annotations.NullMarked;
