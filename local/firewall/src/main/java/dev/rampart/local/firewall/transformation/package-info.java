/** The text transformations of AWS WAF. */
@NullMarked
package dev.rampart.local.firewall.transformation;

import org.jspecify.annotations.NullMarked;
