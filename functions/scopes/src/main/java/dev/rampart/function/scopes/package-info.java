/** The scopes function: Cognito asks it before it signs an access token for a person. */
@NullMarked
package dev.rampart.function.scopes;

import org.jspecify.annotations.NullMarked;
