/** The stand-in for Amazon Cognito: one user pool on one loopback port. */
@NullMarked
package dev.rampart.local.identity;

import org.jspecify.annotations.NullMarked;
