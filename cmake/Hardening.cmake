# SPDX-License-Identifier: GPL-3.0-or-later
# The programs read files from outside: position independent, full RELRO, checked
# string functions, stack protector. SANITIZE and COVERAGE are the test builds.
option(SANITIZE "Address and undefined behaviour sanitizers" OFF)
option(COVERAGE "Measure test coverage" OFF)
option(FUZZ "Build the fuzz targets with libFuzzer (clang)" OFF)

include(CheckPIESupported)
check_pie_supported()
add_compile_definitions(_GNU_SOURCE)
add_compile_options(-fstack-protector-strong -ffp-contract=off)
add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack)
if(NOT SANITIZE AND CMAKE_BUILD_TYPE MATCHES "Release|RelWithDebInfo")
  add_compile_options(-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fstack-clash-protection)
endif()
if(SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize-recover=all
                      -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
endif()
if(FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
if(COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
