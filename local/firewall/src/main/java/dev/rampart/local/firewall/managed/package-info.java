/** Stand-ins for the rule groups that AWS manages, each rule graded. */
@NullMarked
package dev.rampart.local.firewall.managed;

import org.jspecify.annotations.NullMarked;
