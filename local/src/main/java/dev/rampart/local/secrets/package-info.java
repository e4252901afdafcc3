/** The stand-in for Secrets Manager. */
@NullMarked
package dev.rampart.local.secrets;

import org.jspecify.annotations.NullMarked;
