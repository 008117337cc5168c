# SPDX-License-Identifier: GPL-3.0-or-later
# Tests mirror the folders. A unit test is a g_test program linked to the one target
# that it tests; it runs in its own source folder, so cases lie beside it as data.

# unit_test(NAME LIBRARY...): test_NAME.c in this folder.
function(unit_test name)
  add_executable(test_${name} test_${name}.c)
  target_link_libraries(test_${name} PRIVATE ${ARGN})
  set_target_properties(test_${name} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  add_test(NAME ${name} COMMAND test_${name}
           WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES LABELS unit TIMEOUT 120)
endfunction()

# script_test(NAME SCRIPT LABEL ARGUMENT...): an executable script in this folder. It
# finds the programs in $BIN and the tree in $SOURCE; exit code 77 means skipped.
function(script_test name script label)
  add_test(NAME ${name} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/${script} ${ARGN}
           WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES
    LABELS ${label} TIMEOUT 600 SKIP_RETURN_CODE 77
    ENVIRONMENT "BIN=${CMAKE_BINARY_DIR}/bin;SOURCE=${CMAKE_SOURCE_DIR};BUILD=${CMAKE_BINARY_DIR}")
endfunction()
