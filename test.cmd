@echo off
rem Builds and tests everything: Maven's verify, to which the arguments are passed.
setlocal
call "%~dp0.mvn\jdk.cmd" || exit /b 1
where mvn.cmd >nul 2>nul || (
  >&2 echo Orrery needs Maven to be built: install it and put it on the PATH.
  exit /b 1
)
cd /d "%~dp0"
call mvn -B -ntp verify %*
exit /b %errorlevel%
