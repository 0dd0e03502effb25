@echo off
rem Sets JAVA_HOME to a JDK of 25 or later, for run.cmd and test.cmd.

if defined JAVA_HOME call :is_jdk "%JAVA_HOME%" && exit /b 0
for /f "delims=" %%j in ('where java.exe 2^>nul') do call :of_java "%%~dpj.." && exit /b 0
for %%d in (
  "%ProgramFiles%\Eclipse Adoptium"
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Zulu"
  "%ProgramFiles%\Amazon Corretto"
  "%ProgramFiles%\BellSoft"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
  "%USERPROFILE%\.jdks"
  "%USERPROFILE%\.sdkman\candidates\java"
) do for /d %%j in ("%%~d\*") do call :of_java "%%~j" && exit /b 0
>&2 echo Orrery needs a JDK 25 or later: install one (Eclipse Temurin 25, for example) or set JAVA_HOME to it.
exit /b 1

:of_java
call :is_jdk "%~f1" || exit /b 1
set "JAVA_HOME=%~f1"
exit /b 0

rem The release file tells the version, which is faster than asking java.
:is_jdk
if not exist "%~1\bin\javac.exe" exit /b 1
if not exist "%~1\release" exit /b 1
set "jdk_version=0"
for /f "usebackq tokens=2 delims==." %%v in (`findstr /b "JAVA_VERSION=" "%~1\release"`) do set "jdk_version=%%v"
set "jdk_version=%jdk_version:"=%"
if %jdk_version% geq 25 exit /b 0
exit /b 1
