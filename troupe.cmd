@echo off
rem The troupe command, from a checkout: builds what it needs on first use (delete .troupe to build again), then runs with
rem the flags that were prepared for this JVM. TROUPE_JAVA_HOME or JAVA_HOME names the JVM, else java on the PATH.
setlocal enabledelayedexpansion
set "root=%~dp0"
set "root=%root:~0,-1%"
if defined TROUPE_JAVA_HOME (set "java=%TROUPE_JAVA_HOME%\bin\java.exe") else if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java")
set "key=default"
for /f "tokens=2 delims==" %%v in ('"%java%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.vm.version"') do set "key=%%v"
set "key=%key: =%"
set "prepared=%root%\.troupe\launch-%key:+=-%"
if not exist "%prepared%\args" (
  "%java%" "%root%\launcher\Prepare.java" "%root%" "%prepared%" 1>&2 || exit /b 1
)
set /p run=<"%prepared%\java"
"%run%" "@%prepared%\args" dev.troupe.server.cli.Troupe %*
exit /b %errorlevel%
