/** Asks an AWS account whether a stack can be deployed in it, and about a stack that was. */
@NullMarked
package dev.rampart.local.account;

import org.jspecify.annotations.NullMarked;
