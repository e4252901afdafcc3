/** The stand-in for Secrets Manager. */
@NullMarked
package dev.rampart.local.stack.secrets;

import org.jspecify.annotations.NullMarked;
