/** Rules, their actions, and the groups that they stand in. */
@NullMarked
package dev.rampart.local.firewall.group;

import org.jspecify.annotations.NullMarked;
