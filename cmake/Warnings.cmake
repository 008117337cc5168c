# SPDX-License-Identifier: GPL-3.0-or-later
# Every target compiles with the same warnings, all of them errors.
option(WARNINGS_AS_ERRORS "Treat compiler warnings as errors" ON)
add_compile_options(
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wformat=2 -Wundef
  -Wvla -Wcast-qual -Wstrict-prototypes -Wmissing-prototypes)
if(WARNINGS_AS_ERRORS)
  add_compile_options(-Werror)
endif()
