/** The stand-in for Amazon Cognito. */
@NullMarked
package dev.rampart.local.identity;

import org.jspecify.annotations.NullMarked;
