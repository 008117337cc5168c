# SPDX-License-Identifier: GPL-3.0-or-later
# A register is a .def file with one row an entry. The C code includes it, and here the
# same rows become the list of source files: a row without a file fails at configure.

# register_rows(OUT FILE MACRO): the first argument lists of MACRO(...) rows in FILE,
# each as its text up to the closing parenthesis.
function(register_rows out file macro)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(STRINGS ${file} lines REGEX "^${macro}\\(")
  set(rows "")
  foreach(line IN LISTS lines)
    string(REGEX REPLACE "^${macro}\\(([^)]*)\\).*" "\\1" row "${line}")
    string(REPLACE " " "" row "${row}")
    list(APPEND rows "${row}")
  endforeach()
  set(${out} "${rows}" PARENT_SCOPE)
endfunction()

# register_sources(OUT FILE MACRO PATTERN): one source file for each row, PATTERN with
# @1@ and @2@ for the first and second argument of the row.
function(register_sources out file macro pattern)
  register_rows(rows ${file} ${macro})
  set(sources "")
  foreach(row IN LISTS rows)
    string(REPLACE "," ";" arguments "${row}")
    list(GET arguments 0 first)
    list(LENGTH arguments count)
    set(second "")
    if(count GREATER 1)
      list(GET arguments 1 second)
    endif()
    string(REPLACE "@1@" "${first}" source "${pattern}")
    string(REPLACE "@2@" "${second}" source "${source}")
    if(NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${source})
      message(FATAL_ERROR "${file}: row ${macro}(${row}) has no file ${source}")
    endif()
    list(APPEND sources ${source})
  endforeach()
  set(${out} "${sources}" PARENT_SCOPE)
endfunction()
