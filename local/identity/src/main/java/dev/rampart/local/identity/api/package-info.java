/** The operations of Cognito's JSON API. */
@NullMarked
package dev.rampart.local.identity.api;

import org.jspecify.annotations.NullMarked;
