/** Signed tokens: keys, claims, sign-ins that can be refreshed, and the trigger before a token. */
@NullMarked
package dev.rampart.local.identity.token;

import org.jspecify.annotations.NullMarked;
